namespace Conference.Load.Rows;

/// <summary>The product and its baselines, all running and warm, to be measured by turns: a slow minute of the machine slows them all.</summary>
internal sealed class Stages : IAsyncDisposable
{
    private readonly List<Stage> _stages = [];

    public IReadOnlyList<Stage> All => _stages;

    public static async Task<Stages> OpenAsync(Bench bench, int rooms, int peoplePerRoom, double warmUpRate, TimeSpan warmUp)
    {
        var stages = new Stages();
        try
        {
            foreach (var kind in bench.Servers)
            {
                stages._stages.Add(await bench.OpenStageAsync(kind, rooms, peoplePerRoom).ConfigureAwait(false));
                stages._stages[^1].Crowd.Load(warmUpRate, warmUp);
                stages._stages[^1].Settle();
            }

            return stages;
        }
        catch
        {
            await stages.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stage in _stages)
        {
            await stage.DisposeAsync().ConfigureAwait(false);
        }
    }
}
