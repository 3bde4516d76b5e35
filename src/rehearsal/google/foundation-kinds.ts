import type { DataKind, ResourceKind } from '../provider/resource-kind';
import { billingBudgetKind } from './billing-budget-kind';
import { projectIamAuditConfigKind } from './iam-audit-config-kind';
import {
  bucketIamBindingKind,
  projectIamBindingKind,
  repositoryIamBindingKind,
  secretIamBindingKind,
} from './iam-binding-kinds';
import { cloudRunServiceKind } from './cloud-run-service-kind';
import { customRoleKind } from './custom-role-kind';
import { logBucketKind } from './log-bucket-kind';
import { logMetricKind } from './log-metric-kind';
import { logExclusionKind, logSinkKind } from './log-routing-kinds';
import { logViewIamBindingKind, logViewKind } from './log-view-kinds';
import { computeInstanceIamBindingKind, iapTunnelInstanceIamBindingKind } from './machine-iam-binding-kinds';
import { notificationChannelKind } from './notification-channel-kind';
import { projectData, projectKind } from './project-kind';
import { projectServiceKind } from './project-service-kind';
import { runServiceIamBindingKind, serviceAccountIamBindingKind } from './run-iam-binding-kinds';
import { secretKind } from './secret-kind';
import { serviceAccountKind } from './service-account-kind';
import { workloadIdentityPoolKind, workloadIdentityPoolProviderKind } from './workload-identity-pool-kind';

/** Projects and what they stand on: services, access, accounts, budgets, logs, secrets. */
export const FOUNDATION_KINDS: readonly ResourceKind[] = [
  projectKind,
  projectServiceKind,
  projectIamBindingKind,
  repositoryIamBindingKind,
  bucketIamBindingKind,
  secretIamBindingKind,
  projectIamAuditConfigKind,
  serviceAccountKind,
  serviceAccountIamBindingKind,
  cloudRunServiceKind,
  runServiceIamBindingKind,
  customRoleKind,
  computeInstanceIamBindingKind,
  iapTunnelInstanceIamBindingKind,
  billingBudgetKind,
  notificationChannelKind,
  logBucketKind,
  logMetricKind,
  logSinkKind,
  logExclusionKind,
  logViewKind,
  logViewIamBindingKind,
  secretKind,
  workloadIdentityPoolKind,
  workloadIdentityPoolProviderKind,
];

export const FOUNDATION_DATA: readonly DataKind[] = [projectData];
