import { DataGithubRestApi } from '@cdktf/provider-github/lib/data-github-rest-api';
import { Construct } from 'constructs';

/** Calls an hour that GitHub answers to somebody without a token, 2026-11; with any token it is a thousand or more. */
const CALLS_OF_NOBODY = 60;

/**
 * Refuses a plan that GitHub would take for nobody's: it shows nobody a private repository, the provider takes what is not
 * shown for gone, and the next deploy meets names that are taken. To ask how many calls there are counts as no call.
 *
 * An answer of another form lets pass.
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api (read 2026-11)
 */
export class KnownCaller extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const known = (answer: string): string =>
      `try(jsondecode(${answer}).resources.core.limit > ${CALLS_OF_NOBODY}, true)`;
    const calls = new DataGithubRestApi(this, 'Resource', {
      endpoint: 'rate_limit',
      lifecycle: {
        postcondition: [
          {
            condition: `\${${known('self.body')}}`,
            errorMessage:
              'GitHub does not know who asks: GITHUB_TOKEN is not set. It shows nobody a private repository, and Terraform would take those of the class for gone. Write: read -rs GITHUB_TOKEN && export GITHUB_TOKEN',
          },
        ],
      },
    });
    // Terraform asks no condition before it destroys: what GitHub refuses to nobody ends that too.
    new DataGithubRestApi(this, 'Refusal', {
      endpoint: `\${${known(`${calls.fqn}.body`)} ? "rate_limit" : "user"}`,
    });
  }
}
