import { execFileSync } from 'node:child_process';

/** Builds once before the tests, so that those which start the program start the code as it is. */
export default function build(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
