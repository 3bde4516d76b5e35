import { pomOf } from '../../../scripts/toolkit-programs/pom';

test('Maven gets the archives that are named, in their versions', () =>
  expect(pomOf({ name: 'kafka', artifacts: ['org.apache.kafka:kafka-clients:4.3.1'] })).toContain(
    '<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-clients</artifactId><version>4.3.1</version></dependency>',
  ));
