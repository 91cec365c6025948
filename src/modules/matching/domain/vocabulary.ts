const EMPTY = -1;
const SMALLEST = 1024;

/** Numbers of texts: the same text always has the same one. */
export interface Numbering {
  readonly texts: string[];
  readonly size: number;
  id(text: string): number;
}

/**
 * Gives each distinct text a small number, in order of first sight. Open addressing on the texts' hashes: a million
 * records ask this twenty million times, and a `Map` of texts took a third of the whole reading.
 */
export class Interner implements Numbering {
  readonly texts: string[] = [];
  private slots = new Int32Array(SMALLEST).fill(EMPTY);
  private hashes = new Int32Array(SMALLEST);

  id(text: string): number {
    const hash = hashOf(text);
    const slot = this.slotOf(text, hash);
    if (this.slots[slot] !== EMPTY) return this.slots[slot]!;
    const id = this.texts.push(text) - 1;
    this.slots[slot] = id;
    this.hashes[slot] = hash;
    if (this.texts.length * 2 > this.slots.length) this.grow();
    return id;
  }

  /** The number of a text already seen, or -1. */
  find(text: string): number {
    return this.slots[this.slotOf(text, hashOf(text))]!;
  }

  get size(): number {
    return this.texts.length;
  }

  private slotOf(text: string, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot]!; id !== EMPTY; id = this.slots[slot]!) {
      if (this.hashes[slot] === hash && this.texts[id] === text) break;
      slot = (slot + 1) & mask;
    }
    return slot;
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

/** Numbers the texts of a visitor: those already known keep theirs, the others are forgotten with the visitor. */
export class VisitorNumbering implements Numbering {
  private readonly known: Interner;
  private readonly own = new Map<string, number>();

  constructor(known: Interner) {
    this.known = known;
  }

  get texts(): string[] {
    return this.known.texts;
  }

  get size(): number {
    return this.known.texts.length;
  }

  id(text: string): number {
    const known = this.known.find(text);
    if (known >= 0) return known;
    const own = this.own.get(text) ?? this.texts.push(text) - 1;
    this.own.set(text, own);
    return own;
  }

  forget(): void {
    this.texts.length -= this.own.size;
    this.own.clear();
  }
}
