/* Tells the chooser of focal points whether the screen takes touches; it would find out by a handler in markup. */
window.jQuery.Jcrop.defaults.touchSupport = "ontouchstart" in window;
