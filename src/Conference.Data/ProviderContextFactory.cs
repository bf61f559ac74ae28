using Microsoft.EntityFrameworkCore;

namespace Conference.Data;

/// <summary>Hands a provider's contexts to those who do not care which provider it is.</summary>
internal sealed class ProviderContextFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<ConferenceDbContext>
    where TContext : ConferenceDbContext
{
    public ConferenceDbContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<ConferenceDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
