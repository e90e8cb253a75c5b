using System.Globalization;
using System.Runtime.InteropServices;

namespace JourneyApps.Benchmarks.Results;

/// <summary>Where and when figures were measured; absolute times mean little elsewhere, ratios more.</summary>
/// <param name="Cores">The cores that the process may use.</param>
/// <param name="MemoryGiB">The memory that it may use.</param>
/// <param name="System">The operating system and its architecture.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Date">The day.</param>
internal sealed record Machine(int Cores, double MemoryGiB, string System, string Runtime, string Date)
{
    public static Machine This { get; } = new(
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1),
        $"{(OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux")} {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
