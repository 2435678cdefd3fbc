import { h, replace } from './dom.js';
import { get } from './api.js';
import { t } from './language.js';

const EVERY = 30_000;

/** The line at the foot of the page that says whether the services are ready. */
export function watchServices(target) {
  let state = null;

  function draw() {
    const overall = state?.status ?? 'unknown';
    const troubled = (state?.services ?? []).filter((service) => service.status !== 'UP');
    replace(target, h('p', { class: `services services-${overall}` },
      h('span', {}, h('span', { class: 'dot', 'aria-hidden': 'true' }), t(`services.${overall}`)),
      state?.trialStore ? h('span', {}, t('services.trialStore')) : null,
      troubled.map((service) => h('span', {}, `${t(`service.${service.name}`)}：${t(`service.${service.status}`)}`))));
  }

  async function look() {
    if (!document.hidden) {
      state = await get('/api/status').catch(() => null);
      draw();
    }
    setTimeout(look, EVERY);
  }

  draw();
  look();
  return { draw };
}
