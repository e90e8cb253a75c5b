using System.Diagnostics;
using System.Runtime.InteropServices;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>The processor time of the current thread, which other programs on the machine do not change much. On Windows, which counts it in
/// steps of 16 ms, elapsed time.</summary>
internal static class ThreadClock
{
    private const int LinuxThreadTime = 3;
    private const int MacThreadTime = 16;

    public static double Milliseconds
    {
        get
        {
            if (OperatingSystem.IsWindows()) return Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
            int clock = OperatingSystem.IsMacOS() ? MacThreadTime : LinuxThreadTime;
            if (GetTime(clock, out Time time) != 0) throw new InvalidOperationException("The system has no clock for threads.");
            return (time.Seconds * 1000.0) + (time.Nanoseconds / 1e6);
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
