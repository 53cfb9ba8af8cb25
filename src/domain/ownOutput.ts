/** The name that the tool leaves in the workbooks that it writes, and by which it knows that they are no registers. */
export const OWN_WORKBOOK = 'coop_plan_output';
