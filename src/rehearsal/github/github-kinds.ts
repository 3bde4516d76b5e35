import type { ResourceKind } from '../provider/resource-kind';
import { repositoryKind } from './repository-kind';
import { actionsVariableKind, collaboratorKind } from './repository-part-kinds';

/** Types of the provider of GitHub that are simulated. */
export const GITHUB_KINDS: readonly ResourceKind[] = [actionsVariableKind, collaboratorKind, repositoryKind];
