using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Conference.ProtocolTypes;

/// <summary>Turns contract types into TypeScript as they look in JSON: camel case, enums as strings, absent instead of null.</summary>
internal sealed class TypeScriptWriter
{
    private readonly StringBuilder _text = new("// Written by Conference.ProtocolTypes from the C# contract. Do not edit.\n");
    private readonly NullabilityInfoContext _nullability = new();

    public void AddMessage(Type type)
    {
        if (type.IsEnum)
        {
            AddEnum(type);
        }
        else
        {
            AddRecord(type);
        }
    }

    public void AddErrorCodes(Type codes)
    {
        var values = codes.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"'{field.GetRawConstantValue()}'");
        _text.Append("\nexport type ErrorCode =\n  | ").AppendJoin("\n  | ", values).Append(";\n");
    }

    public void AddInterface(string name, Type type)
    {
        _text.Append("\nexport interface ").Append(name).Append(" {\n");
        foreach (var method in type.GetMethods())
        {
            var parameters = method.GetParameters().Select(parameter => $"{parameter.Name}: {Name(parameter.ParameterType)}");
            _text.Append("  ").Append(method.Name).Append('(').AppendJoin(", ", parameters).Append("): ").Append(Result(method)).Append(";\n");
        }

        _text.Append("}\n");
    }

    public override string ToString() => _text.ToString();

    private void AddEnum(Type type)
    {
        var values = Enum.GetNames(type).Select(value => $"'{Camel(value)}'");
        _text.Append("\nexport type ").Append(type.Name).Append(" = ").AppendJoin(" | ", values).Append(";\n");
    }

    private void AddRecord(Type type)
    {
        _text.Append("\nexport interface ").Append(type.Name).Append(" {\n");
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var optional = IsOptional(type, property) ? "?" : "";
            _text.Append("  readonly ").Append(Camel(property.Name)).Append(optional).Append(": ").Append(Name(property.PropertyType)).Append(";\n");
        }

        _text.Append("}\n");
    }

    private bool IsOptional(Type type, PropertyInfo property)
    {
        var isRequest = type.Name.EndsWith("Request", StringComparison.Ordinal);
        var parameter = type.GetConstructors()[0].GetParameters().Single(p => p.Name == property.Name);
        var isNullable = _nullability.Create(property).ReadState == NullabilityState.Nullable;
        return isNullable || (isRequest && parameter.HasDefaultValue);
    }

    private static string Result(MethodInfo method) =>
        method.ReturnType.IsGenericType ? $"Promise<{Name(method.ReturnType.GetGenericArguments()[0])}>" : "Promise<void>";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return $"readonly {Name(type.GetGenericArguments()[0])}[]";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "string",
            TypeCode.Boolean => "boolean",
            TypeCode.Int32 or TypeCode.Int64 when !type.IsEnum => "number",
            _ when type == typeof(DateTimeOffset) => "string",
            _ => type.Name,
        };
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
