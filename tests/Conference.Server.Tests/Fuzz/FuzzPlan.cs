using System.Globalization;

namespace Conference.Server.Tests.Fuzz;

/// <summary>How much is tried. <c>CONFERENCE_FUZZ_SEED</c> tries something else, <c>CONFERENCE_FUZZ=long</c> tries much more.</summary>
internal static class FuzzPlan
{
    private const int UsualSeed = 1;

    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CONFERENCE_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : UsualSeed;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("CONFERENCE_FUZZ") == "long";
}
