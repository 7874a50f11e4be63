/** What Slack refuses to exceed. Source: https://docs.slack.dev/reference/block-kit and each method's page. */
export const SLACK = {
  messageText: 40_000,
  /** Undocumented; Slack answers `msg_blocks_too_long` from some 13,200 characters (slackapi/bolt-js issue 2509). */
  messageBlockText: 13_200,
  messageBlocks: 50,
  viewBlocks: 100,
  viewBytes: 250_000,
  metadataBytes: 16_384,
  triggerMs: 3_000,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,
  socketConnections: 10,
} as const;
