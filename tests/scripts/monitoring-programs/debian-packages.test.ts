import { listedPackages } from '../../../scripts/monitoring-programs/debian-packages';

test('Packages for a processor are read from what apt-get would fetch, each in its version', () =>
  expect(
    listedPackages(
      [
        "'mirror://a/liblzf1_3.6-3_amd64.deb' liblzf1_3.6-3_amd64.deb 10192 MD5Sum:00",
        "'mirror://a/redis-server' redis-server_5%3a7.0.15-1%7edeb12u10_arm64.deb 73908 SHA256:00",
        "'mirror://a/libjs-d3' libjs-d3_3.5.17-4_all.deb 131800 SHA256:00",
        'Reading package lists...',
        '',
      ].join('\n'),
    ),
  ).toEqual(['liblzf1=3.6-3', 'redis-server=5:7.0.15-1~deb12u10']));
