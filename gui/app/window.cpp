#include "gui/app/window.hpp"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/format.h>
#include <imgui.h>
#include <stb_image_write.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "gui/app/shell.hpp"
#include "gui/app/state_line.hpp"
#include "gui/files/state_folder.hpp"
#include "gui/panels/sheets.hpp"
#include "gui/plans/plan_files.hpp"
#include "gui/views/view.hpp"
#include "report/disk/save_file.hpp"
#include "report/program/say.hpp"
#include "report/words/titles.hpp"

namespace headrace::gui {
namespace {

/// Frames drawn after the last event: hover and layout settle in so many.
constexpr int kSettle = 3;
/// Longest sleep without an event.
constexpr double kSleepSeconds = 1.0;

static_assert(kF1 == GLFW_KEY_F1 && kF5 == GLFW_KEY_F5 && kF11 == GLFW_KEY_F11);

/// Why GLFW does not start: nobody named a display, or there is none of that name.
std::string missing_display() {
  const char* const name = std::getenv("DISPLAY");
  if (name == nullptr || *name == '\0') return "no display: DISPLAY is not set";
  return fmt::format("no display: {} does not answer", name);
}

int no_display(const std::string& why) {
  complain("headrace-gui",
           fmt::format("no window can be opened ({}). Run it where there is a display, or use headrace run", why));
  return kMachine;
}

/// GLFW, a window and ImGui's context, taken down in the right order.
class Window {
 public:
  explicit Window(const Arguments& arguments) {
    glfwSetErrorCallback([](int, const char*) {});
    started_ = glfwInit() == GLFW_TRUE;
    if (started_) {
      open(arguments);
    } else {
      problem_ = missing_display();
    }
  }

  ~Window() {
    if (window_ != nullptr) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplGlfw_Shutdown();
      ImGui::DestroyContext();
      glfwDestroyWindow(window_);
    }
    if (started_) glfwTerminate();
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  GLFWwindow* get() const { return window_; }
  Placement placement() const {
    Placement place{0, 0, scale_};
    glfwGetWindowPos(window_, &place.x, &place.y);
    return place;
  }
  const std::string& problem() const { return problem_; }

  /// Draws one frame into the back buffer.
  void draw(Shell& shell) {
    if (fonts_.wants_more()) load_fonts();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    // Everything is laid out in logical pixels.
    ImGuiIO& io = ImGui::GetIO();
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    const float window_scale = io.DisplaySize.x > 0 ? static_cast<float>(width) / io.DisplaySize.x : 1;
    io.DisplaySize = {static_cast<float>(width) / scale_, static_cast<float>(height) / scale_};
    io.DisplayFramebufferScale = {scale_, scale_};
    if (ImGui::IsMousePosValid(&io.MousePos)) {
      io.MousePos = {io.MousePos.x * window_scale / scale_, io.MousePos.y * window_scale / scale_};
    }
    ImGui::NewFrame();
    shell.frame(fonts_);
    ImGui::Render();
    glViewport(0, 0, width, height);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }

  /// The back buffer as a PNG; empty when there is no memory for it.
  std::string png() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    std::vector<unsigned char> pixels(static_cast<std::size_t>(3 * width) * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    stbi_flip_vertically_on_write(1);
    std::string png;
    const auto append = [](void* to, void* bytes, int count) {
      static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
    };
    stbi_write_png_to_func(append, &png, width, height, 3, pixels.data(), 3 * width);
    return png;
  }

  /// Does the next frame hold letters that the last one lacked?
  bool lacks_letters() const { return fonts_.wants_more(); }

  /// Fills the screen with large type, or goes back to a window.
  void present(bool full) {
    if (full == full_) return;
    full_ = full;
    GLFWmonitor* const monitor = screen();
    const GLFWvidmode* const mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr) return;
    if (full) {
      glfwGetWindowPos(window_, &before_.x, &before_.y);
      glfwGetWindowSize(window_, &before_.width, &before_.height);
      glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    } else {
      glfwSetWindowMonitor(window_, nullptr, before_.x, before_.y, before_.width, before_.height, 0);
    }
    // As large as the layout still has room.
    const float room = std::min(static_cast<float>(mode->width) / 1280, static_cast<float>(mode->height) / 720);
    set_scale(full ? std::clamp(room, usual_scale_, 4.0F) : usual_scale_);
  }

 private:
  void open(const Arguments& arguments) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    scale_ = arguments.scale > 0 ? arguments.scale : screen_scale();
    const auto pixels = [&](int asked, int usual) {
      return static_cast<int>(static_cast<float>(asked > 0 ? asked : usual) * scale_);
    };
    window_ =
        glfwCreateWindow(pixels(arguments.width, 1440), pixels(arguments.height, 900), "Headrace", nullptr, nullptr);
    if (window_ == nullptr) {
      problem_ = "no OpenGL 3.3";
      return;
    }
    glfwMakeContextCurrent(window_);
    usual_scale_ = scale_;
    glfwSwapInterval(1);
    ImGui::CreateContext();
    style_imgui();
    const std::string missing = fonts_.load(scale_);
    if (!missing.empty()) complain("headrace-gui", fmt::format("warning: {} is missing. Install fonts-inter", missing));
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui_ImplOpenGL3_Init("#version 330");
  }

  /// Glyphs for another scale.
  void set_scale(float scale) {
    if (scale == scale_) return;
    scale_ = scale;
    load_fonts();
  }

  void load_fonts() {
    fonts_.load(scale_);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }

  /// The screen that most of the window is on, or the first.
  GLFWmonitor* screen() const {
    int x = 0, y = 0, width = 0, height = 0, count = 0;
    glfwGetWindowPos(window_, &x, &y);
    glfwGetWindowSize(window_, &width, &height);
    GLFWmonitor** const all = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
      int left = 0, top = 0;
      glfwGetMonitorPos(all[i], &left, &top);
      const GLFWvidmode* const mode = glfwGetVideoMode(all[i]);
      const int dx = x + width / 2 - left, dy = y + height / 2 - top;
      if (mode != nullptr && dx >= 0 && dx < mode->width && dy >= 0 && dy < mode->height) return all[i];
    }
    return count > 0 ? all[0] : nullptr;
  }

  static float screen_scale() {
    float x = 1, y = 1;
    if (GLFWmonitor* const monitor = glfwGetPrimaryMonitor()) glfwGetMonitorContentScale(monitor, &x, &y);
    return std::clamp(x, 1.0F, 4.0F);
  }

  /// Place and size of a window, in the screen's units.
  struct Frame {
    int x = 0, y = 0, width = 0, height = 0;
  };

  GLFWwindow* window_ = nullptr;
  bool full_ = false;
  Frame before_;  ///< full screen
  bool started_ = false;
  float scale_ = 1, usual_scale_ = 1;
  std::string problem_;
  Fonts fonts_;
};

Shell& shell_of(GLFWwindow* window) { return *static_cast<Shell*>(glfwGetWindowUserPointer(window)); }

/// Hands on what the system tells of the window.
void listen(GLFWwindow* window, Shell& shell) {
  glfwSetWindowUserPointer(window, &shell);
  glfwSetDropCallback(window, [](GLFWwindow* from, int count, const char** files) {
    if (count > 0) shell_of(from).drop(files[0]);
  });
  glfwSetWindowCloseCallback(window, [](GLFWwindow* from) {
    // The shell asks first when something would be lost.
    glfwSetWindowShouldClose(from, GLFW_FALSE);
    shell_of(from).close();
  });
}

/// The picture somebody asked for in the last frame.
void save_picture(Window& window, Shell& shell) {
  if (shell.picture().empty()) return;
  window.draw(shell);
  shell.picture_taken(save_new(shell.picture(), window.png()));
}

int take_picture(Window& window, Shell& shell, const Arguments& arguments) {
  shell.worker().wait();
  // The first frames lay out what the later ones can then scroll and clip.
  for (int k = 0; k < kSettle; ++k) {
    window.draw(shell);
    shell.study_worker().wait();
    shell.teller().wait();
  }
  if (shell.snapshot()->failed()) {
    for (const Diagnostic& d : shell.snapshot()->diagnostics) complain(printable(to_string(d)));
    return kBadInput;
  }
  save_file(arguments.screenshot, window.png(), {}, Overwrite::always);
  return kDone;
}

/// Tells a program that drives the window that it has come to rest.
void print_state(const Window& window, const Shell& shell, long drawn) {
  say(state_line(shell, drawn, window.placement()) + "\n");
}

/// Sleeps until something happens; draws while it does.
void live(Window& window, Shell& shell, bool print) {
  glfwShowWindow(window.get());
  int frames = kSettle;
  long drawn_frames = 0;
  std::shared_ptr<const Snapshot> drawn;
  while (!shell.over()) {
    if (frames > 0) {
      glfwPollEvents();
    } else {
      const double before = glfwGetTime();
      glfwWaitEventsTimeout(kSleepSeconds);
      const bool slept_through = glfwGetTime() - before > kSleepSeconds * 0.98;
      if (slept_through && !shell.tick() && shell.snapshot() == drawn && !ImGui::GetIO().WantTextInput) continue;
      frames = kSettle;
    }
    window.draw(shell);
    save_picture(window, shell);
    window.present(shell.transient().presenting);
    glfwSwapBuffers(window.get());
    if (shell.snapshot() != drawn || window.lacks_letters()) frames = kSettle;
    drawn = shell.snapshot();
    --frames;
    ++drawn_frames;
    if (print && frames == 0) print_state(window, shell, drawn_frames);
  }
}

}  // namespace

int run_window(const Arguments& arguments) {
  Window window(arguments);
  if (!window.problem().empty()) return no_display(window.problem());
  Effort effort;
  if (!arguments.screenshot.empty()) effort.trials = {4096};
  if (arguments.trials > 0) effort.trials = {arguments.trials};
  if (effort.trials.size() == 1) {
    effort.study_trials = std::clamp<std::int64_t>(effort.trials.front() / 8, 1, effort.study_trials);
  }
  Shell shell(
      arguments.state, [] { glfwPostEmptyEvent(); }, effort);
  if (!arguments.screenshot.empty()) return take_picture(window, shell, arguments);
  shell.remember_in(state_folder(), running_program());
  listen(window.get(), shell);
  live(window, shell, arguments.print_state);
  return kDone;
}

}  // namespace headrace::gui
