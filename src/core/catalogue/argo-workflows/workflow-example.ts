import { PYTHON_IMAGE } from '../build/python-image';

/** Get, train, judge: each a pod, with what one gives the next as a parameter. */
export const WORKFLOW_EXAMPLE = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: houses-
spec:
  entrypoint: houses
  # Account, user, and how long it is kept: the controller of the place says so for all workflows.
  templates:
    - name: houses
      dag:
        tasks:
          - name: get
            template: python
            arguments:
              parameters:
                - name: code
                  value: print([[x, 0.4 * x + 0.1] for x in range(1, 9)])
          - name: train
            dependencies: [get]
            template: python
            arguments:
              parameters:
                - name: code
                  value: |
                    rows = {{tasks.get.outputs.result}}
                    print(sum(y for _, y in rows) / sum(x for x, _ in rows))
          - name: judge
            dependencies: [get, train]
            template: python
            arguments:
              parameters:
                - name: code
                  value: |
                    rows, slope = {{tasks.get.outputs.result}}, {{tasks.train.outputs.result}}
                    error = sum(abs(slope * x - y) for x, y in rows) / len(rows)
                    print(f"mean error {error:.3f}")
                    raise SystemExit(error > 0.1)
    - name: python
      inputs:
        parameters: [{ name: code }]
      retryStrategy: { limit: "2" }
      script:
        image: ${PYTHON_IMAGE.ref}
        command: [python3]
        source: "{{inputs.parameters.code}}"
        resources:
          requests: { cpu: 50m, memory: 64Mi }
          limits: { cpu: 250m, memory: 128Mi }
`;
