const EMPTY = -1;
const SMALLEST = 1024;

/**
 * Gives each distinct text a small number, in order of first sight. Open addressing on the texts' hashes: a million
 * records ask this twenty million times, and a `Map` of texts took a third of the whole reading.
 */
export class Interner {
  readonly texts: string[] = [];
  private slots = new Int32Array(SMALLEST).fill(EMPTY);
  private hashes = new Int32Array(SMALLEST);

  id(text: string): number {
    const hash = hashOf(text);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot]!; id !== EMPTY; id = this.slots[slot]!) {
      if (this.hashes[slot] === hash && this.texts[id] === text) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.texts.push(text) - 1;
    this.slots[slot] = id;
    this.hashes[slot] = hash;
    if (this.texts.length * 2 > this.slots.length) this.grow();
    return id;
  }

  get size(): number {
    return this.texts.length;
  }

  private grow(): void {
    const { slots, hashes } = this;
    this.slots = new Int32Array(slots.length * 2).fill(EMPTY);
    this.hashes = new Int32Array(slots.length * 2);
    const mask = this.slots.length - 1;
    for (let old = 0; old < slots.length; old += 1) {
      if (slots[old] === EMPTY) continue;
      let slot = hashes[old]! & mask;
      while (this.slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      this.slots[slot] = slots[old]!;
      this.hashes[slot] = hashes[old]!;
    }
  }
}

/** FNV-1a on code units, then a last mix: its low bits alone are weak. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
