/** Gives terraform a token of GitHub, which stands in no file and in no history of a shell. */
export const GIVE_GITHUB_TOKEN = 'read -rs GITHUB_TOKEN && export GITHUB_TOKEN';
