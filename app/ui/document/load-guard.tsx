// Shows something else instead when a part of the page cannot be fetched or fails: the text must never be an empty page.
import { Component, type ReactNode } from "react";

type LoadGuardProps = { readonly otherwise: ReactNode; readonly children: ReactNode };

export class LoadGuard extends Component<LoadGuardProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.otherwise : this.props.children;
  }
}
