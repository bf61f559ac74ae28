using Conference.Core.Chat;
using Microsoft.EntityFrameworkCore;

namespace Conference.Data.Chat;

/// <summary>
/// Writes batches over one connection with prepared commands, and knows the last place of each room it wrote to. Not for EF Core's
/// change tracker: it costs several times what SQLite needs for the row.
/// </summary>
internal sealed class ChatWriter(IDbContextFactory<ConferenceDbContext> contexts, WriteGate gate) : IDisposable
{
    private const int MostTails = 10_000;
    private readonly Dictionary<long, Tail> _tails = [];
    private ConferenceDbContext? _context;
    private ChatCommands? _commands;

    /// <summary>Writes all of them in one transaction, or throws and has written none.</summary>
    public AppendResult[] Write(List<PendingAppend> batch)
    {
        using var pass = gate.Enter();
        try
        {
            _commands ??= Open();
            using var transaction = _commands.Begin();
            var results = batch.ConvertAll(WriteOne).ToArray();
            transaction.Commit();
            return results;
        }
        catch
        {
            // The connection may be broken and the known places are those of a transaction that never was.
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    private AppendResult WriteOne(PendingAppend pending)
    {
        var append = pending.Append;
        var tail = FindTail(append.RoomId).Next(append.Kind);
        if (!_commands!.Insert(append, pending.MessageId, tail))
        {
            return FindFirst(pending);
        }

        _tails[append.RoomId] = tail;
        return new AppendResult(AppendStatus.Stored, ToEntry(append, tail.Sequence, append.SentAt));
    }

    private AppendResult FindFirst(PendingAppend pending)
    {
        var append = pending.Append;
        return _commands!.FindMessage(append, pending.MessageId) switch
        {
            // The room is gone: its sender is told, and the others of the batch are none the worse.
            null => new AppendResult(AppendStatus.Failed),
            { IsDeleted: true } first => new AppendResult(
                AppendStatus.Repeated, ToEntry(append with { Text = null }, first.Sequence, first.SentAt) with { IsDeleted = true }),
            { } first when first.Text == append.Text => new AppendResult(
                AppendStatus.Repeated, ToEntry(append, first.Sequence, first.SentAt)),
            _ => new AppendResult(AppendStatus.IdReused),
        };
    }

    private Tail FindTail(long roomId)
    {
        if (!_tails.TryGetValue(roomId, out var tail))
        {
            if (_tails.Count >= MostTails)
            {
                _tails.Clear();
            }

            tail = _commands!.FindTail(roomId);
            _tails.Add(roomId, tail);
        }

        return tail;
    }

    private static ChatEntry ToEntry(ChatAppend append, long sequence, DateTimeOffset sentAt) => new(
        sequence, append.Kind, sentAt, append.Person?.Id, append.Name, append.MessageId, append.Text, append.CallSeconds, append.CallPersons);

    private ChatCommands Open()
    {
        _context = contexts.CreateDbContext();
        _context.Database.OpenConnection();
        return new ChatCommands(_context.Database.GetDbConnection());
    }

    private void Close()
    {
        _tails.Clear();
        _commands?.Dispose();
        _commands = null;
        _context?.Dispose();
        _context = null;
    }
}
