/** The sample model in ONNX, as `make_model.py` of the toolkit `onnx` writes it: three features in, one score out. */
export const SAMPLE_ONNX = [
  'CAg6ogEKKAoIZmVhdHVyZXMKB3dlaWdodHMKBm9mZnNldBIFc2NvcmUiBEdlbW0SBnNhbXBsZSod',
  'CAMIARABIgwAAAA/AACAvgAAgD9CB3dlaWdodHMqEggBEAEiBAAAAEBCBm9mZnNldFoeCghmZWF0',
  'dXJlcxISChAIARIMCgYSBHJvd3MKAggDYhsKBXNjb3JlEhIKEAgBEgwKBhIEcm93cwoCCAFCBAoAEBE=',
].join('');
