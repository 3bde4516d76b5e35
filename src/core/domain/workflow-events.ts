/**
 * What may start a workflow on GitHub that acts for a place: a push, and whoever may push by hand. Other events run on the default
 * branch too, so under the same name, with what somebody else wrote (`pull_request_target`, `issue_comment`, `workflow_run`).
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows (read 2026-11)
 */
export const WORKFLOW_EVENTS = ['push', 'workflow_dispatch'] as const;
