/** What every step of the planner stands on: the day, the settings, the categories. */
import type { CalendarSettings } from '../domain/calendar.ts';
import type { Category, CategoryId } from '../domain/category.ts';
import type { Contract, Member } from '../domain/contract.ts';
import type { Day } from '../domain/day.ts';
import type { PlanSettings } from '../domain/settings.ts';
import type { PlanDates } from './dates.ts';
import type { EarliestStart } from './earliest-start.ts';
import type { Grid } from './grid.ts';

export type CategoryLookup = (id: CategoryId) => Category | undefined;

export interface Ground {
  readonly asOf: Day;
  readonly dates: PlanDates;
  readonly members: readonly Member[];
  readonly settings: PlanSettings;
  readonly calendar: CalendarSettings;
  readonly earliestStart: EarliestStart;
  readonly grid: Grid;
  readonly categoryOf: CategoryLookup;
}

/** What is planned. */
export interface PlanRequest {
  readonly asOf: Day;
  readonly members: readonly Member[];
  readonly contracts: readonly Contract[];
}
