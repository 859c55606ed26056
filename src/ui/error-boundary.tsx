import { Component, type ReactNode } from 'react';
import { Button } from './common/button.tsx';
import styles from './error-boundary.module.css';

interface ErrorBoundaryState {
  message: string | null;
}

/** A fault in a page must not take the past reports with it: they are in the library and stay there. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(reason: unknown): ErrorBoundaryState {
    return { message: reason instanceof Error ? reason.message : String(reason) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <main className={styles.page}>
        <h1 className={styles.heading}>This page stopped working</h1>
        <p>Something failed inside Loupe: {this.state.message}</p>
        <p>
          Your reports are kept and untouched. Start again; if it happens again, this message belongs in a bug report.
        </p>
        <Button
          look="primary"
          onClick={() => {
            history.replaceState(null, '', location.pathname);
            location.reload();
          }}
        >
          Start again
        </Button>
      </main>
    );
  }
}
