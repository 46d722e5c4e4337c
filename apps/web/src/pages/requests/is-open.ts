import type { RightRequest } from '@kept/api';

/** Whether something of it is still to come. */
export const isOpen = ({ state }: RightRequest): boolean => state === 'verifying' || state === 'running';
