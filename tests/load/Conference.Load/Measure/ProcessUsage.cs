using System.Globalization;

namespace Conference.Load.Measure;

/// <summary>What the kernel says about a process.</summary>
internal static class ProcessUsage
{
    private const int TicksPerSecond = 100;

    /// <summary>The time of all its threads, in the program and in the kernel.</summary>
    public static TimeSpan Cpu(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    /// <summary>Resident memory in KB.</summary>
    public static long Memory(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
