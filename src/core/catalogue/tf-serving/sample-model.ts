/** The sample model as TensorFlow writes one in text: three features in, their weighted sum out. */
export const SAMPLE_SAVED_MODEL = `# A SavedModel in text: a graph of operators, and the signature by which it is asked.
saved_model_schema_version: 1
meta_graphs {
  meta_info_def { tags: "serve" }
  graph_def {
    versions { producer: 1087 }
    node {
      name: "features"
      op: "Placeholder"
      attr { key: "dtype" value { type: DT_FLOAT } }
      attr { key: "shape" value { shape { dim { size: -1 } dim { size: 3 } } } }
    }
    node {
      name: "weights"
      op: "Const"
      attr { key: "dtype" value { type: DT_FLOAT } }
      attr {
        key: "value"
        value {
          tensor {
            dtype: DT_FLOAT
            tensor_shape { dim { size: 3 } dim { size: 1 } }
            float_val: 0.5
            float_val: -0.25
            float_val: 1.0
          }
        }
      }
    }
    node {
      name: "offset"
      op: "Const"
      attr { key: "dtype" value { type: DT_FLOAT } }
      attr {
        key: "value"
        value { tensor { dtype: DT_FLOAT tensor_shape { dim { size: 1 } } float_val: 2.0 } }
      }
    }
    node {
      name: "product"
      op: "MatMul"
      input: "features"
      input: "weights"
      attr { key: "T" value { type: DT_FLOAT } }
      attr { key: "transpose_a" value { b: false } }
      attr { key: "transpose_b" value { b: false } }
    }
    node {
      name: "score"
      op: "AddV2"
      input: "product"
      input: "offset"
      attr { key: "T" value { type: DT_FLOAT } }
    }
  }
  signature_def {
    key: "serving_default"
    value {
      inputs {
        key: "features"
        value {
          name: "features:0"
          dtype: DT_FLOAT
          tensor_shape { dim { size: -1 } dim { size: 3 } }
        }
      }
      outputs {
        key: "score"
        value {
          name: "score:0"
          dtype: DT_FLOAT
          tensor_shape { dim { size: -1 } dim { size: 1 } }
        }
      }
      method_name: "tensorflow/serving/predict"
    }
  }
}
`;
