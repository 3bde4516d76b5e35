/**
 * Actions by the commit of the version beside it, so that nobody who moves a tag runs in the student's name. The commits are
 * those that public repositories pin for these versions (read 2026-11).
 */
const ACTIONS = {
  checkout: 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2',
  auth: 'google-github-actions/auth@c200f3691d83b41bf9bbd8638997a462592937ed # v2.1.13',
  gcloud: 'google-github-actions/setup-gcloud@e427ad8a34f8676edf47cf7d7925499adf3eb74f # v2.2.1',
} as const;

/** Builds and pushes what stands on the branch; the image's version is the commit. */
export const pushWorkflow = (
  registryPath: string,
): string => `# .github/workflows/push.yaml of your repository
name: push
on:
  push:
    branches: [main]
permissions:
  contents: read
  # To be known to Google as this repository and branch; there is no key.
  id-token: write
jobs:
  push:
    runs-on: ubuntu-24.04
    env:
      IMAGE: ${registryPath}/api:\${{ github.sha }}
    steps:
      - uses: ${ACTIONS.checkout}
        with: { persist-credentials: false }
      - uses: ${ACTIONS.auth}
        with:
          workload_identity_provider: \${{ vars.PRACTICUM_IDENTITY_PROVIDER }}
      - uses: ${ACTIONS.gcloud}
      - run: gcloud auth configure-docker ${registryPath.split('/')[0]} --quiet
      - run: docker build --tag "$IMAGE" .
      - run: docker push "$IMAGE"
      - name: Say what to run
        run: echo "kubectl set image deployment/web api=$IMAGE" >> "$GITHUB_STEP_SUMMARY"
`;
