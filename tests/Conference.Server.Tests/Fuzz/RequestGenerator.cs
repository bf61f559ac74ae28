using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Conference.Server.Tests.Fuzz;

/// <summary>
/// Writes the arguments of a call by the types of the method's parameters, mostly with something wrong in them. It knows the requests by reflection: a
/// new method, or a new field, is fuzzed without a word here.
/// </summary>
/// <param name="random">Decides everything.</param>
/// <param name="scene">Texts that mean something where the call is made, by the name of the field.</param>
internal sealed class RequestGenerator(Random random, SceneTexts scene)
{
    private const int Deepest = 40;

    // In bytes: a few of them in one request stay below what a whole message may have.
    private const int LongestRun = 20_000;
    private readonly StringBuilder _json = new();
    private int _faults;

    /// <summary>A JSON list of arguments.</summary>
    public string Write(MethodInfo method)
    {
        _json.Clear();
        // One in ten is as it should be; most have one fault, some have several, so that no check hides the one behind it.
        _faults = random.Next(10) switch { 0 => 0, < 8 => 1, _ => 3 };
        var wanted = _faults;
        WriteArguments(method.GetParameters());
        if (wanted > 0 && _faults == wanted)
        {
            _json.Clear();
            WriteWrongArguments(method.GetParameters());
        }

        return _json.ToString();
    }

    /// <summary>The body of a request over HTTP.</summary>
    public string WriteBody(Type type)
    {
        _json.Clear();
        _faults = random.Next(4);
        WriteValue(type, "");
        return _json.ToString();
    }

    private void WriteArguments(ParameterInfo[] parameters)
    {
        _json.Append('[');
        for (var i = 0; i < parameters.Length; i++)
        {
            _json.Append(i > 0 ? "," : "");
            WriteValue(parameters[i].ParameterType, parameters[i].Name!);
        }

        _json.Append(']');
    }

    private void WriteWrongArguments(ParameterInfo[] parameters)
    {
        switch (random.Next(4))
        {
            case 0:
                _json.Append('[').AppendJoin(',', Enumerable.Range(0, random.Next(4)).Select(_ => Pick(HostileValues.Values))).Append(']');
                break;
            case 1:
                _json.Append('[');
                WriteNest();
                _json.Append(']');
                break;
            default:
                WriteArguments(parameters);
                _json.Length--;
                _json.Append(parameters.Length > 0 ? "," : "").Append(Pick(HostileValues.Values)).Append(']');
                break;
        }
    }

    private void WriteValue(Type type, string name)
    {
        if (TakeFault(6))
        {
            WriteWrong(type, name);
        }
        else if (type == typeof(string))
        {
            _json.Append('"').Append(scene.Pick(name, random)).Append('"');
        }
        else
        {
            WriteOther(Nullable.GetUnderlyingType(type) ?? type, name);
        }
    }

    private void WriteOther(Type type, string name)
    {
        if (type.IsEnum)
        {
            _json.Append('"').Append(JsonNamingPolicy.CamelCase.ConvertName(Pick(Enum.GetNames(type)))).Append('"');
        }
        else if (type == typeof(bool))
        {
            _json.Append(random.Next(2) == 0 ? "true" : "false");
        }
        else if (type.IsPrimitive)
        {
            _json.Append(random.Next(4));
        }
        else if (FindItem(type) is { } item)
        {
            WriteList(item, name);
        }
        else
        {
            WriteObject(type);
        }
    }

    private void WriteList(Type item, string name)
    {
        var count = TakeFault(3) ? Pick([0, 31, 32, 33, 200]) : random.Next(1, 4);
        _json.Append('[');
        for (var i = 0; i < count; i++)
        {
            _json.Append(i > 0 ? "," : "");
            WriteValue(item, name);
        }

        _json.Append(']');
    }

    private void WriteObject(Type type)
    {
        _json.Append('{');
        var start = _json.Length;
        foreach (var field in FieldsOf(type))
        {
            if (!IsLeftOut(field))
            {
                WriteField(field, start);
            }
        }

        if (TakeFault(8))
        {
            WriteName(Pick(HostileValues.Fields), start);
            _json.Append(Pick(HostileValues.Values));
        }

        _json.Append('}');
    }

    private bool IsLeftOut(ParameterInfo field) => TakeFault(12) || (field.HasDefaultValue && random.Next(2) == 0);

    private void WriteField(ParameterInfo field, int start)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(field.Name!);
        WriteName(TakeFault(24) ? field.Name!.ToUpperInvariant() : name, start);
        WriteValue(field.ParameterType, field.Name!);
        if (TakeFault(24))
        {
            WriteName(name, start);
            WriteValue(field.ParameterType, field.Name!);
        }
    }

    private void WriteName(string name, int start) => _json.Append(_json.Length > start ? "," : "").Append('"').Append(name).Append("\":");

    private void WriteWrong(Type type, string name)
    {
        var isText = type == typeof(string);
        switch (random.Next(8))
        {
            case 0:
                WriteNest();
                break;
            case 1 or 2 when isText:
                WriteRun();
                break;
            case 3 or 4 when isText:
                _json.Append('"').Append(scene.PickAny(random)).Append('"');
                break;
            case 5 or 6 when isText:
                _json.Append('"').Append(Pick(["", "a", scene.Pick(name, random)])).Append(Pick(HostileValues.Texts)).Append(Pick(["", "", "b"])).Append('"');
                break;
            default:
                _json.Append(Pick(HostileValues.Values));
                break;
        }
    }

    /// <summary>One letter again and again, as often as a limit allows, or once more.</summary>
    private void WriteRun()
    {
        var length = Pick(random.Next(12) == 0 ? HostileValues.LongLengths : HostileValues.Lengths);
        var letter = Pick(HostileValues.Letters);
        _json.Append('"').Insert(_json.Length, letter, Math.Min(length, LongestRun / Encoding.UTF8.GetByteCount(letter))).Append('"');
    }

    private void WriteNest()
    {
        var depth = random.Next(1, Deepest);
        var (open, close) = random.Next(2) == 0 ? ("[", "]") : ("{\"a\":", "}");
        _json.Insert(_json.Length, open, depth).Append(Pick(HostileValues.Values)).Insert(_json.Length, close, depth);
    }

    private bool TakeFault(int oneIn)
    {
        if (_faults == 0 || random.Next(oneIn) > 0)
        {
            return false;
        }

        _faults--;
        return true;
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    /// <summary>What the serializer reads: a record's fields are those of its constructor.</summary>
    private static ParameterInfo[] FieldsOf(Type type) => type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();

    private static Type? FindItem(Type type) => type.IsArray
        ? type.GetElementType()
        : type.GetInterfaces().Append(type).FirstOrDefault(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];
}
