/**
 * What Slack takes at most, in UTF-16 units, as https://docs.slack.dev/reference/block-kit states it. The sum of a message's
 * texts is undocumented: Slack answers `msg_blocks_too_long` from some 13,200 on (slackapi/bolt-js issue 2509).
 */
export const limits = {
  sectionText: 3000,
  fieldText: 2000,
  fieldsPerSection: 10,
  headerText: 150,
  contextText: 2000,
  buttonText: 75,
  buttonValue: 2000,
  buttonsPerActions: 25,
  imageAlt: 2000,
  optionText: 75,
  optionValue: 150,
  optionsPerSelect: 100,
  modalTitle: 24,
  viewBlocks: 100,
  inputText: 3000,
  privateMetadata: 3000,
  messageBlocks: 50,
  messageText: 13_000,
  /** The text beside the blocks, for notifications and screen readers. */
  fallbackText: 3900,
  responseUrlUses: 5,
} as const;
