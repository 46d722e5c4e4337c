import { type Collections, say } from '@kept/policy';
import * as rows from './rows.ts';

/** Each moment at which something is collected. */
export const collections = {
  joining: {
    label: say('加入社区', '加入社群', 'Joining the community'),
    required: rows.joining.required,
    optional: rows.joining.optional,
    purposes: ['community'],
    refusal: say('登不进去，社区用不了。', '登入不了，社群不能用。', 'You cannot sign in, nor use the community.'),
    moment: say('你登录社区、填资料的时候', '你登入社群、填資料的時候', 'When you sign in and fill in your profile'),
    clause: '2',
  },
  use: {
    label: say('使用社区', '使用社群', 'Using the community'),
    required: rows.use.required,
    optional: rows.use.optional,
    purposes: ['community'],
    source: 'device',
    refusal: say('社区用不了。', '社群不能用。', 'The community cannot be used.'),
    moment: say('你登录着用社区的时候', '你登入後使用社群的時候', 'While you use the community, signed in'),
    clause: '4.1',
  },
  ordering: {
    label: say('向我们要产品或服务', '向我們要產品或服務', 'Asking for a product or service'),
    required: rows.ordering.required,
    optional: rows.ordering.optional,
    purposes: ['fulfilment', 'customer-service'],
    refusal: say('东西送不到，别的照旧。', '東西送不到，其他照舊。', 'It cannot reach you; all else stays the same.'),
    moment: say('你要一样产品或服务的时候', '你要一項產品或服務的時候', 'When you ask for it'),
    clause: '3',
  },
  letters: {
    label: say('写信给我们', '寫信給我們', 'Writing to us'),
    required: rows.letters.required,
    optional: rows.letters.optional,
    purposes: ['requests', 'customer-service'],
    refusal: say(
      '不知道你要问什么，也没法回你。',
      '不知道你要問什麼，也無法回覆你。',
      'We cannot tell what you want, nor answer.',
    ),
    moment: say('你来信的时候', '你來信的時候', 'When you write'),
    clause: '13',
  },
} as const satisfies Collections;
