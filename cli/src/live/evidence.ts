import { isDeepStrictEqual } from 'node:util';
import type { UnreadPart } from '../../../src/evidence/account';
import type { AccountData } from '../../../src/evidence/account-data';
import type { ResourceKind, ResourceKinds } from '../../../src/evidence/listings';
import type { Unreadable } from '../../../src/field/field';

/** Collects what is read, by the account to which it belongs. */
export class Evidence {
  private readonly resources = new Map<string, Map<ResourceKind, unknown[]>>();
  private readonly unread: UnreadPart[] = [];
  private readonly recordedBy: string[] = [];

  constructor(private readonly account: string) {}

  public add<Kind extends ResourceKind>(kind: Kind, ...resources: readonly ResourceKinds[Kind][]): void {
    for (const resource of resources) {
      const own = this.resources.get(resource.account) ?? new Map<ResourceKind, unknown[]>();
      this.resources.set(resource.account, own);
      own.set(kind, [...(own.get(kind) ?? []), resource]);
    }
  }

  /** What several parts name, each in its own way, is still one. */
  public addOnce<Kind extends ResourceKind>(kind: Kind, resource: ResourceKinds[Kind]): void {
    const known = this.resources.get(resource.account)?.get(kind) ?? [];
    if (!known.some((each) => isDeepStrictEqual(each, resource))) this.add(kind, resource);
  }

  /** Something that may hold a part of the chain. */
  public couldNotRead(path: string, { unreadable: reason }: Unreadable): void {
    this.unread.push({ origin: { path }, reason });
  }

  /** An organization trail of another account records this one. */
  public isRecordedBy(trailArn: string): void {
    this.recordedBy.push(trailArn);
  }

  /** The account, and behind it what was read of others. */
  public toData(): [AccountData, ...AccountData[]] {
    const others = [...this.resources.keys()].filter((id) => id !== this.account);
    const own = this.dataOf(this.account);
    return [
      {
        ...own,
        ...(this.unread.length > 0 && { unreadParts: this.unread }),
        ...(this.recordedBy.length > 0 && { recordedBy: this.recordedBy }),
      },
      ...others.map((id) => this.dataOf(id)),
    ];
  }

  private dataOf(id: string): AccountData {
    return { id, ...Object.fromEntries(this.resources.get(id) ?? []) };
  }
}
