/** What the service is built of, by Maven coordinates. */
export const PEKKO_ARTIFACTS = [
  'org.apache.pekko:pekko-actor-typed_2.13:1.1.5',
  'org.apache.pekko:pekko-stream_2.13:1.1.5',
  'org.apache.pekko:pekko-http_2.13:1.2.0',
  'org.slf4j:slf4j-simple:2.0.16',
] as const;

function dependencies(): string {
  return PEKKO_ARTIFACTS.map((artifact) => {
    const [group, id, version] = artifact.split(':');
    return [
      '    <dependency>',
      `      <groupId>${group}</groupId>`,
      `      <artifactId>${id}</artifactId>`,
      `      <version>${version}</version>`,
      '    </dependency>',
    ].join('\n');
  }).join('\n');
}

/** The project file, by which `mvn package` leaves the program and all that it needs in `target`. */
export const pomFile = (): string => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>machines</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
${dependencies()}
  </dependencies>
  <build>
    <finalName>machines</finalName>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.13.0</version>
      </plugin>
      <plugin>
        <artifactId>maven-jar-plugin</artifactId>
        <version>3.4.2</version>
      </plugin>
      <plugin>
        <artifactId>maven-dependency-plugin</artifactId>
        <version>3.8.1</version>
        <executions>
          <execution>
            <phase>package</phase>
            <goals><goal>copy-dependencies</goal></goals>
            <configuration>
              <includeScope>runtime</includeScope>
              <outputDirectory>\${project.build.directory}/lib</outputDirectory>
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
`;
