/** Gives each distinct text a small number, in order of first sight. */
export class Interner {
  readonly texts: string[] = [];
  private readonly ids = new Map<string, number>();

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.ids.set(text, id);
    this.texts.push(text);
    return id;
  }

  get size(): number {
    return this.texts.length;
  }
}
