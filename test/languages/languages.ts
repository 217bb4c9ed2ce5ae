import { dotnet } from './dotnet';
import { go } from './go';
import { java } from './java';
import type { Language } from './language';
import { python } from './python';
import { typescript } from './typescript';

/** TypeScript comes first, because it writes what the others are compared with. */
export const LANGUAGES: readonly Language[] = [typescript, python, java, go, dotnet];
