import { checkBudgets } from './budgets.ts';
import { run as runChecks } from './check.ts';
import { print } from './project.ts';
import { runJourneys, runUnitTests } from './suites.ts';
import { addTallies, tallyLine, type Tally } from './tally.ts';

/** Everything: checks, unit tests, the build's budgets and the browser. One closing line sums them up. */
export async function run(): Promise<number> {
  print('Checks');
  const checksFailed = await runChecks();
  print('\nUnit tests');
  const unit = await runUnitTests();
  print('\nBrowser tests');
  const journeys = await runJourneys();
  print('\nPage budgets');
  const budgetProblems = await checkBudgets();
  for (const problem of budgetProblems) print(problem);

  const checks: Tally = {
    passed: checksFailed === 0 ? 1 : 0,
    failed: checksFailed === 0 ? 0 : 1,
    skipped: 0,
  };
  const budgets: Tally = {
    passed: budgetProblems.length === 0 ? 1 : 0,
    failed: budgetProblems.length,
    skipped: 0,
  };
  const suites: [string, Tally][] = [
    ['Checks', checks],
    ['Unit', unit],
    ['Browser', journeys],
    ['Budgets', budgets],
  ];
  print();
  for (const [name, tally] of suites) print(`${name.padEnd(8)} ${tallyLine(tally)}`);
  const sum = addTallies(suites.map(([, tally]) => tally));
  print();
  print(tallyLine(sum));
  return sum.failed === 0 ? 0 : 1;
}
