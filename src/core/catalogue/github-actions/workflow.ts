import { WEB_CONTAINER } from '../../domain/names';

/**
 * Actions by the commit of the version beside it, so that nobody who moves a tag runs in the student's name. The commits are
 * those that public repositories pin for these versions (read 2026-11).
 */
const ACTIONS = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
  auth: 'google-github-actions/auth@c200f3691d83b41bf9bbd8638997a462592937ed # v2.1.13',
  gcloud: 'google-github-actions/setup-gcloud@e427ad8a34f8676edf47cf7d7925499adf3eb74f # v2.2.1',
  cluster: 'google-github-actions/get-gke-credentials@3da1e46a907576cefaa90c484278bb5b259dd395 # v3.0.0',
} as const;

/** What differs between a workflow that pushes and one that deploys too. */
interface Parts {
  readonly name: string;
  readonly branch: string;
  /** Input of the step that logs in. */
  readonly account: string;
  /** Steps after the push. */
  readonly after: string;
}

const workflow = (registryPath: string, { name, branch, account, after }: Parts): string =>
  `# .github/workflows/${name}.yaml of your repository
name: ${name}
on:
  push:
    branches: [${branch}]
  # By hand, on the same branch. Google knows no run that anything else started.
  workflow_dispatch:
permissions:
  contents: read
  # To be known to Google as this repository and branch; there is no key.
  id-token: write
jobs:
  ${name}:
    runs-on: ubuntu-24.04
    env:
      IMAGE: ${registryPath}/api:\${{ github.sha }}
    steps:
      - uses: ${ACTIONS.checkout}
        with: { persist-credentials: false }
      - uses: ${ACTIONS.auth}
        with:
          workload_identity_provider: \${{ vars.PRACTICUM_IDENTITY_PROVIDER }}
${account}      - uses: ${ACTIONS.gcloud}
      - run: gcloud auth configure-docker ${registryPath.split('/')[0]} --quiet
      - run: docker build --tag "$IMAGE" .
      - run: docker push "$IMAGE"
${after}`;

/** Builds and pushes what stands on the branch; the image's version is the commit. */
export const pushWorkflow = (registryPath: string, branch: string): string =>
  workflow(registryPath, {
    name: 'push',
    branch,
    account: '',
    after: `      - name: Say what to run
        run: echo "kubectl set image deployment/web ${WEB_CONTAINER}=$IMAGE" >> "$GITHUB_STEP_SUMMARY"
`,
  });

/** Where a workflow deploys, and as what. */
interface Target {
  readonly registryPath: string;
  readonly namespace: string;
  readonly branch: string;
  /** E-mail of the account that it acts as. */
  readonly email: string;
  /** The cluster, as Google names it in full. */
  readonly cluster: string;
}

/** Builds, pushes and rolls out what stands on the branch; a rollout that does not come to its end fails, and says why. */
export const deployWorkflow = ({ registryPath, namespace, branch, email, cluster }: Target): string =>
  workflow(registryPath, {
    name: 'deploy',
    branch,
    account: `          # May push to your registry and roll out in your namespace, and nothing else.
          service_account: ${email}
`,
    after: `      - uses: ${ACTIONS.cluster}
        with:
          cluster_name: ${cluster}
          namespace: ${namespace}
          use_dns_based_endpoint: true
      - name: Make it the first time
        run: kubectl get deployment web || kubectl create deployment web --image "$IMAGE" --port 8000
      - run: kubectl set image deployment/web ${WEB_CONTAINER}="$IMAGE"
      - run: kubectl rollout status deployment/web --timeout=5m
      - name: Say why it does not run
        if: failure()
        run: |
          kubectl get pods --output=wide
          kubectl get events --sort-by=.lastTimestamp
`,
  });
