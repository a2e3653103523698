import { create } from 'zustand'

/** Large type, sentences only, secrets blurred, no toasts: for a wall. It ends with the window. */
export const usePresenter = create<{ isOn: boolean }>(() => ({ isOn: false }))

export function togglePresenter() {
  usePresenter.setState(({ isOn }) => ({ isOn: !isOn }))
  document.documentElement.toggleAttribute('data-presenter', usePresenter.getState().isOn)
}
