import type { Field, Unreadable } from '../../../src/field/field';
import { CallError } from './calls';

/** What a call gives, or why it gives nothing. */
export async function attempt<T>(run: () => Promise<T>): Promise<Field<T>> {
  try {
    return await run();
  } catch (error) {
    return unreadableAfter(error);
  }
}

/** The same, where what is not there is an answer. */
export async function attemptToFind<T>(run: () => Promise<T>): Promise<Field<T | undefined>> {
  try {
    return await run();
  } catch (error) {
    return isMissing(error) ? undefined : unreadableAfter(error);
  }
}

export function unreadableAfter(error: unknown): Unreadable {
  const reason = reasonOf(error);
  return { unreadable: reason, placeholder: `\${${reason}}` };
}

/** Why a call gave nothing, as the end of a sentence that starts with "could not read it:". */
export function reasonOf(error: unknown): string {
  if (!(error instanceof CallError)) return `its answer was not understood (${(error as Error).message})`;
  const { action, region, error: name, message } = error;
  const place = `${action} in ${region}`;
  if (isDenied(name)) return `${action} is not allowed${region ? ` in ${region}` : ''} (${name})`;
  if (name === 'TimedOut') return `${place} did not answer: ${message}`;
  if (/^(UnrecognizedClient|InvalidClientTokenId|OptInRequired|InvalidSignature)/.test(name)) {
    return `${place} does not know the credentials: is the region turned on? (${name})`;
  }
  return `${place} failed (${name})`;
}

export function isDenied(name: string): boolean {
  return /AccessDenied|AuthorizationError|UnauthorizedOperation|NotAuthorized|ExplicitDeny/i.test(name);
}

/** What is not there; each service has its own word for it. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof CallError &&
    /^(ResourceNotFound|NotFound|NoSuchEntity|QueueDoesNotExist|TrailNotFound)|NonExistentQueue/.test(
      error.error,
    )
  );
}

/** An operation that the place does not have yet: then it has nothing of the kind either. */
export function isUnknownOperation(error: unknown): boolean {
  return (
    error instanceof CallError && /^(InvalidAction|UnknownOperation|UnsupportedOperation)/.test(error.error)
  );
}

/** What was asked has a value in it that the place does not know. */
export function isRefusedInput(error: unknown): boolean {
  return (
    error instanceof CallError && /^(ValidationError|ValidationException|InvalidParameter)/.test(error.error)
  );
}
