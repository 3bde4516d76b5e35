import type { DataKind } from '../provider/resource-kind';
import { GithubError } from './github-error';

/** Calls an hour that GitHub answers to a user's token, 2026-11. */
const CALLS_OF_A_USER = 5000;

/** What GitHub says of whoever asks: how many calls an hour it takes from them, and that nobody is no user. */
export const restApiData = (callsAnHour: () => number = () => CALLS_OF_A_USER): DataKind => ({
  type: 'github_rest_api',
  latency: 0.3,
  read: ({ endpoint }) => {
    const call = `GET https://api.github.com/${String(endpoint)}`;
    if (endpoint === 'user') throw new GithubError(call, 401, 'Requires authentication []');
    if (endpoint !== 'rate_limit') throw new GithubError(call, 404, 'Not Found []');
    const core = { limit: callsAnHour(), used: 0 };
    const body = JSON.stringify({ resources: { core } });
    return { id: 'rate_limit', code: 200, status: '200 OK', headers: '{}', body };
  },
});

/** Data sources of the provider of GitHub that are simulated: whoever rehearses has a token. */
export const GITHUB_DATA: readonly DataKind[] = [restApiData()];
