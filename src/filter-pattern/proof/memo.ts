/** How many characters all keys together may have: some hundred sets of filters, and never a leak. */
const LIMIT = 1_000_000;

/** Remembers answers by their questions, and forgets the oldest beyond a limit. */
export class Memo<Answer> {
  private readonly answers = new Map<string, Answer>();
  private characters = 0;

  public get(question: string, find: () => Answer): Answer {
    const remembered = this.answers.get(question);
    if (remembered !== undefined) return remembered;
    const answer = find();
    this.answers.set(question, answer);
    this.characters += question.length;
    for (const oldest of this.answers.keys()) {
      if (this.characters <= LIMIT) break;
      this.answers.delete(oldest);
      this.characters -= oldest.length;
    }
    return answer;
  }
}
