/** An element that a person can use, and the block it is in. */
export interface FoundElement {
  element: Record<string, unknown>;
  blockId: string;
}

/** The interactive element with this action_id; rejects when a person could see none such. */
export function findElement(blocks: unknown[], actionId: string | RegExp): FoundElement {
  for (const [index, block] of blocks.entries()) {
    const { block_id, elements, accessory } = block as {
      block_id?: string;
      elements?: Record<string, unknown>[];
      accessory?: Record<string, unknown>;
    };
    for (const element of [...(elements ?? []), ...(accessory === undefined ? [] : [accessory])]) {
      const id = String(element.action_id ?? '');
      if (typeof actionId === 'string' ? id === actionId : actionId.test(id))
        return { element, blockId: block_id ?? `block-${index}` };
    }
  }
  throw new Error(`there is no element ${actionId} to use`);
}
