/** The network policies of every tenant, each with its spec as it stands in a manifest. */
export const NETWORK_POLICIES: readonly (readonly [name: string, spec: string])[] = [
  [
    'deny-all',
    `  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`,
  ],
  [
    'allow-own-namespace',
    `  egress:
    - to:
        - podSelector: {}
  ingress:
    - from:
        - podSelector: {}
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`,
  ],
  [
    'allow-dns',
    `  egress:
    - ports:
        - port: 53
          protocol: UDP
        - port: 53
          protocol: TCP
      to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchExpressions:
              - key: k8s-app
                operator: In
                values:
                  - kube-dns
                  - node-local-dns
        - ipBlock:
            cidr: 169.254.20.10/32
        - ipBlock:
            cidr: 169.254.169.254/32
  podSelector: {}
  policyTypes:
    - Egress
`,
  ],
  [
    'allow-metadata-server',
    `  egress:
    - ports:
        - port: 80
          protocol: TCP
        - port: 8080
          protocol: TCP
      to:
        - ipBlock:
            cidr: 169.254.169.254/32
    - ports:
        - port: 987
          protocol: TCP
        - port: 988
          protocol: TCP
      to:
        - ipBlock:
            cidr: 169.254.169.252/32
  podSelector: {}
  policyTypes:
    - Egress
`,
  ],
  [
    'allow-internet',
    `  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except:
              - 0.0.0.0/8
              - 10.0.0.0/8
              - 100.64.0.0/10
              - 127.0.0.0/8
              - 169.254.0.0/16
              - 172.16.0.0/12
              - 192.0.0.0/24
              - 192.0.2.0/24
              - 192.88.99.0/24
              - 192.168.0.0/16
              - 198.18.0.0/15
              - 198.51.100.0/24
              - 203.0.113.0/24
              - 224.0.0.0/4
              - 240.0.0.0/4
  podSelector: {}
  policyTypes:
    - Egress
`,
  ],
  [
    'allow-metrics',
    `  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: practicum-system
          podSelector:
            matchLabels:
              app.kubernetes.io/name: prometheus
  podSelector: {}
  policyTypes:
    - Ingress
`,
  ],
  [
    'allow-gateway',
    `  ingress:
    - from:
        - ipBlock:
            cidr: 35.191.0.0/16
        - ipBlock:
            cidr: 130.211.0.0/22
  podSelector: {}
  policyTypes:
    - Ingress
`,
  ],
];
