import { conformance } from '@kept/kit/testing';
import service, { naming } from './index.ts';
import { signedUp } from './sample.harness.ts';

conformance(service, {
  naming,
  sample: signedUp,
});
