import { runForEngine } from './engine-entry';
import { writeTerraform } from './synthesize';

runForEngine('CDKTF_OUTDIR', 'dist/terraform', writeTerraform);
