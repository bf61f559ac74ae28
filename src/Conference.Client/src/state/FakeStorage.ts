/** A storage that can be full or forbidden. */
export class FakeStorage implements Storage {
  [name: string]: unknown;
  broken = false;
  private readonly items = new Map<string, string>();

  get length(): number {
    return this.items.size;
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    this.refuse();
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.refuse();
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.refuse();
    this.items.delete(key);
  }

  clear(): void {
    this.items.clear();
  }

  contents(): string {
    return JSON.stringify([...this.items]);
  }

  private refuse(): void {
    if (this.broken) {
      throw new DOMException('Forbidden', 'SecurityError');
    }
  }
}
