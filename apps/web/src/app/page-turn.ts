import type { AnyRouter } from '@tanstack/react-router';

let turned = false;

/** Whether another page came before this one. The first begins where the browser begins: at the link to the content. */
export const hasTurned = (): boolean => turned;

export function watchPageTurns(router: AnyRouter): void {
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    turned ||= fromLocation !== undefined && pathChanged;
  });
}
