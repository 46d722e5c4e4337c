import { conformance } from '@kept/kit/testing';
import service from './index.ts';

conformance(service);
