using Conference.Load.Servers;

namespace Conference.Load.Rows;

/// <summary>What a seat costs in memory while nobody says anything.</summary>
internal sealed class IdleRow : IRow
{
    private const int PeoplePerRoom = 8;
    private const int Rooms = 125;
    private const double MostKilobytes = 55;

    public string Name => "idle";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Bench bench)
    {
        var kilobytes = new Dictionary<string, double>();
        foreach (var kind in bench.Servers)
        {
            kilobytes[kind.Name] = await MeasureAsync(bench, kind).ConfigureAwait(false);
        }

        return
        [
            new Figure(
                Name,
                "1,000 idle participants in rooms of 8: memory each",
                FormattableString.Invariant($"{kilobytes[bench.Product.Name]:0} KB"),
                "at most 55 KB",
                string.Join(", ", bench.Baselines.Select(b => FormattableString.Invariant($"{b.Name} {kilobytes[b.Name]:0} KB"))),
                kilobytes[bench.Product.Name] <= MostKilobytes,
                kilobytes),
        ];
    }

    private static async Task<double> MeasureAsync(Bench bench, IServerKind kind)
    {
        // One seated room first, so that what is loaded once for all is not counted.
        await using var stage = await bench.OpenStageAsync(kind, 1, PeoplePerRoom).ConfigureAwait(false);
        stage.Crowd.Idle(TimeSpan.FromSeconds(2));
        var before = stage.Server.Memory;
        using var crowd = await bench.SeatAsync(kind, stage.Server, Rooms, PeoplePerRoom).ConfigureAwait(false);
        crowd.Idle(TimeSpan.FromSeconds(bench.Quick ? 3 : 8));
        var each = (stage.Server.Memory - before) / (double)(Rooms * PeoplePerRoom);
        Bench.Say(FormattableString.Invariant($"{kind.Name}: {before} KB with 8, {each:0.0} KB for each further one"));
        return each;
    }
}
