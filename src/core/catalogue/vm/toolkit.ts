import { allowance } from '../allowance';
import type { Toolkit } from '../toolkit';
import { APP_SOURCE, APP_UNIT, deployScript, machineAddress } from './app-source';
import { machineItems, machineWords } from './machine-costs';
import { AWAKE_HOURS } from './machine-shapes';

/** Nothing of it runs in a place. */
const NOTHING = allowance(['0', '0'], ['0Mi', '0Mi'], { pods: 0, services: 0 });

/** One small machine for each place, which is entered through a tunnel and by nobody else. */
export const vm: Toolkit = {
  id: 'vm',
  title: 'Machine',
  area: 'machine',
  gives: 'A small Linux machine of your own that you log in to, install on and run as you like.',
  licence: 'LicenseRef-Google-Cloud',
  homepage: 'https://cloud.google.com/compute',
  sizes: { small: NOTHING, normal: NOTHING, large: NOTHING },
  images: [],
  cloud: { apis: ['compute.googleapis.com', 'iap.googleapis.com', 'oslogin.googleapis.com'] },
  examples: (place) => [
    { name: 'app.py', text: APP_SOURCE },
    { name: 'app.service', text: APP_UNIT },
    { name: 'deploy.sh', text: deployScript(place) },
  ],
  handout: (place) => {
    const { name, project, zone } = machineAddress(place);
    const where = `${name} --project ${project} --zone ${zone}`;
    return [
      `Your machine is called \`${name}\`: Debian 12 with Docker, and you are its administrator (\`sudo\`). It has no address on the internet; you get in through a tunnel that asks Google who you are:`,
      '',
      '```sh',
      'gcloud auth login',
      `gcloud compute instances start ${where}`,
      `gcloud compute ssh ${where} --tunnel-through-iap`,
      '```',
      '',
      `**It sleeps.** ${AWAKE_HOURS} hours after each start it is stopped, whatever runs on it; stop it yourself when you are done (\`gcloud compute instances stop …\`). Its disk stays as it is. You can start it while a lab that uses it is open, and not before or after.`,
      '',
      '`sh deploy.sh` puts `app.py` on it as a service that starts with the machine. To see it in your browser at <http://localhost:8000>, leave this running:',
      '',
      '```sh',
      `gcloud compute start-iap-tunnel ${name} 8000 --local-host-port=localhost:8000 --project ${project} --zone ${zone}`,
      '```',
      '',
      'Tunnels lead to ports 22 and 8000 to 8999. Nobody else gets in, the staff neither; the machine reaches the internet, and no other machine of the course.',
      '',
      `**The disk goes when the term ends.** Copy what you want to keep: \`gcloud storage cp -r results gs://${place.bucket}/\` on the machine, which runs as an account of its own that reads and writes your bucket and pulls your images, and nothing else.`,
    ].join('\n');
  },
  dashboards: {
    none: 'it stands outside of the cluster; its page of the Google Cloud console has its own metrics',
  },
  alsoCosts: { items: machineItems, says: machineWords },
  shown: {
    how: 'not here',
    why: 'Compute Engine is a service of Google: the machine, its network and its grants are made in the rehearsal and proven, and the application is run as a process, its script with a stand-in for gcloud',
  },
};
