// One line per chart that clusters share, by id.
export { argoWorkflowsCrds } from './argo-workflows-crds';
export { istioBase, istioCni, istioZtunnel, istiod } from './istio';
