/* Starts date pickers, choosers and inline panels, which Wagtail starts by scripts in the page. */

// Only these: whoever gets markup into a page must not be able to call anything else.
const STARTED = [
  "initDateChooser",
  "initTimeChooser",
  "initDateTimeChooser",
  "InlinePanel",
  "MultipleChooserPanel",
  "Chooser",
  "PageChooser",
  "ImageChooser",
  "DocumentChooser",
  "SnippetChooser",
  "createTaskChooser",
];

window.wagtail.app.register(
  "start",
  class extends window.StimulusModule.Controller {
    static values = { name: String, arguments: Array };

    // An element that is moved, as inline panels are when they are ordered, connects again.
    connect() {
      const name = this.nameValue;
      if (!STARTED.includes(name) || this.element.started) return;
      this.element.started = true;
      Reflect.construct(window[name], this.argumentsValue);
    }
  },
);
