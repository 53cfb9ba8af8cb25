/** A mission for one building operation is not a recurring need, whatever its category. */
import { expect, it } from 'vitest';
import type { Contract } from '../../src/domain/contract.ts';
import { contract, ends, planOf } from './world.ts';

const designs = ['a', 'b'].map(member =>
  contract(member, ends('2027-12-31'), { annual: 200_000, category: 'MOE' }),
);
const once = ({ category, ...rest }: Contract): Contract => ({
  ...rest,
  category: { ...category, oneOff: true },
});

it('two missions for one operation each are left alone, and the plan says why', () => {
  expect(planOf(designs).tenders).toHaveLength(1);
  const plan = planOf(designs.map(once));
  expect(plan.tenders).toEqual([]);
  expect(plan.alone.map(({ reason }) => reason.code)).toEqual(['ONE_OFF', 'ONE_OFF']);
});
